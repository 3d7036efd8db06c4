<?php
/**
 * Stored settings of the plugin: one option, `takeon`.
 *
 * @package Takeon
 */

defined( 'ABSPATH' ) || exit;

/** Most bytes of the terms: the same as BYTES in src/config/limits.rs. */
const TAKEON_MOST_BYTES = 262144;

/**
 * Returns the stored settings, with defaults.
 *
 * - source: `example` for the calculator's own example, `own` for `json`, or the name of a ready-made shop
 * - json:   the last valid terms
 * - typed:  the text in the settings, which may be invalid
 * - lang:   a language tag; empty for that of the page
 * - theme:  `light`, `dark`, or empty for that of the page
 * - accent: a colour as #rgb or #rrggbb, or empty
 * - script: address of takeon.js; empty for the bundled one
 *
 * @return array<string, string>
 */
function takeon_options() {
	$defaults = array_fill_keys( array( 'json', 'typed', 'lang', 'theme', 'accent', 'script' ), '' );
	$stored   = get_option( 'takeon' );
	return array_merge( array( 'source' => 'example' ), $defaults, is_array( $stored ) ? $stored : array() );
}

/**
 * Returns the names of the bundled ready-made shops.
 *
 * @return string[]
 */
function takeon_shops() {
	return array_map(
		function ( $path ) {
			return basename( $path, '.json' );
		},
		glob( __DIR__ . '/files/terms/*.json' )
	);
}

/**
 * Returns the calculator's languages: their own names by tag.
 *
 * @return array<string, string>
 */
function takeon_languages() {
	return json_decode( file_get_contents( __DIR__ . '/files/languages.json' ), true );
}

/**
 * Returns JSON for a script element, which `</script>` in a string would end. In JSON, `<` only
 * occurs in strings, and can be escaped there.
 *
 * @param string $json JSON text.
 */
function takeon_inline( $json ) {
	return str_replace( '<', '\u003c', $json );
}

/**
 * Returns the error in the terms, for their author; empty if they are valid.
 *
 * @param string $text Text in the settings.
 */
function takeon_problem( $text ) {
	$bytes = strlen( takeon_inline( $text ) );
	if ( $bytes > TAKEON_MOST_BYTES ) {
		/* translators: 1: a number of bytes. 2: the largest number of bytes. */
		return sprintf( __( 'The terms have %1$s bytes; at most %2$s are read.', 'takeon' ), number_format_i18n( $bytes ), number_format_i18n( TAKEON_MOST_BYTES ) );
	}
	$found = json_decode( $text );
	if ( JSON_ERROR_NONE !== json_last_error() ) {
		/* translators: %s: the error that PHP reports. */
		return sprintf( __( 'The terms are not JSON (%s).', 'takeon' ), json_last_error_msg() );
	}
	if ( ! is_object( $found ) || ! isset( $found->terms ) || ! is_object( $found->terms ) ) {
		return __( 'The terms must be an object with the key "terms", as in {"terms": {"shop": …}}.', 'takeon' );
	}
	return '';
}

/**
 * Returns a language tag, or nothing.
 *
 * @param mixed $given Any value.
 */
function takeon_lang( $given ) {
	return is_string( $given ) && preg_match( '/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/', $given ) ? $given : '';
}

/**
 * Returns `light`, `dark`, or nothing.
 *
 * @param mixed $given Any value.
 */
function takeon_theme( $given ) {
	return in_array( $given, array( 'light', 'dark' ), true ) ? $given : '';
}

/**
 * Returns the settings to store. Invalid terms stay in the settings as typed, and visitors get
 * the last valid ones.
 *
 * @param mixed $given Submitted settings.
 * @return array<string, string>
 */
function takeon_sanitize( $given ) {
	$given = is_array( $given ) ? array_filter( $given, 'is_string' ) : array();
	$given = array_map( 'trim', array_merge( takeon_options(), $given ) );
	$old   = takeon_options();
	$kept  = array(
		'source' => in_array( $given['source'], array_merge( array( 'own' ), takeon_shops() ), true ) ? $given['source'] : 'example',
		'json'   => $given['typed'],
		'typed'  => $given['typed'],
		'lang'   => takeon_lang( $given['lang'] ),
		'theme'  => takeon_theme( $given['theme'] ),
		'accent' => (string) sanitize_hex_color( $given['accent'] ),
		'script' => esc_url_raw( $given['script'], array( 'http', 'https' ) ),
	);
	// Only users who may write any HTML may set a script.
	if ( ! current_user_can( 'unfiltered_html' ) ) {
		$kept['script']  = $old['script'];
		$given['script'] = $old['script'];
	}
	$needed = 'own' === $kept['source'] || '' !== $kept['typed'];
	$words  = $needed ? takeon_problem( $kept['typed'] ) : '';
	if ( '' !== $words ) {
		$kept['json']   = $old['json'];
		$kept['source'] = 'own' === $kept['source'] && '' === $old['json'] ? $old['source'] : $kept['source'];
		takeon_add_error( 'typed', $words . ' ' . __( 'Your text is kept here; visitors still see the previous terms.', 'takeon' ) );
	}
	if ( $kept['accent'] !== $given['accent'] ) {
		/* translators: %s: the text in the field. */
		takeon_add_error( 'accent', sprintf( __( 'The accent colour must be in the form #rrggbb, not “%s”.', 'takeon' ), $given['accent'] ) );
	}
	if ( '' === $kept['script'] && '' !== $given['script'] ) {
		takeon_add_error( 'script', __( 'The address of takeon.js must begin with https:// or /.', 'takeon' ) );
	}
	return $kept;
}

/**
 * Reports an error once, because WordPress may sanitize twice.
 *
 * @param string $field Name of the field.
 * @param string $words Message.
 */
function takeon_add_error( $field, $words ) {
	if ( ! in_array( $field, wp_list_pluck( get_settings_errors( 'takeon' ), 'code' ), true ) ) {
		add_settings_error( 'takeon', $field, esc_html( $words ) );
	}
}
