<?php
/**
 * What the plugin keeps: one option, `takeon`.
 *
 * @package Takeon
 */

defined( 'ABSPATH' ) || exit;

/** Largest size of the terms in bytes, as the calculator reads them: BYTES in src/config/limits.rs. */
const TAKEON_MOST = 262144;

/**
 * What is kept, with what holds where nothing was chosen.
 *
 * - source: `example` for the calculator's own example, `own` for `json`, or the name of a ready-made shop
 * - json:   the terms that were last found to be JSON
 * - typed:  what stands in the settings, which need not be
 * - lang:   a language tag; empty for that of the page
 * - theme:  `light`, `dark`, or empty for that of the page
 * - accent: a colour as #rgb or #rrggbb, or empty
 * - script: where takeon.js is; empty for the plugin's own
 *
 * @return array<string, string>
 */
function takeon_options() {
	$nothing = array_fill_keys( array( 'json', 'typed', 'lang', 'theme', 'accent', 'script' ), '' );
	$kept    = get_option( 'takeon' );
	return array_merge( array( 'source' => 'example' ), $nothing, is_array( $kept ) ? $kept : array() );
}

/**
 * Names of the ready-made shops that come along.
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
 * The languages that come along: their own names by their tags.
 *
 * @return array<string, string>
 */
function takeon_languages() {
	return json_decode( file_get_contents( __DIR__ . '/files/languages.json' ), true );
}

/**
 * JSON as it is written into a page, where a `<` could end its script. In JSON a `<` can only
 * stand inside a string, where it may be written as an escape.
 *
 * @param string $json JSON text.
 */
function takeon_inline( $json ) {
	return str_replace( '<', '\u003c', $json );
}

/**
 * What is wrong with JSON that was typed, in words for its author; empty if nothing is.
 *
 * @param string $text What was typed.
 */
function takeon_problem( $text ) {
	$bytes = strlen( takeon_inline( $text ) );
	if ( $bytes > TAKEON_MOST ) {
		/* translators: 1: a number of bytes. 2: the largest number of bytes. */
		return sprintf( __( 'The terms have %1$s bytes; at most %2$s are read.', 'takeon' ), number_format_i18n( $bytes ), number_format_i18n( TAKEON_MOST ) );
	}
	$found = json_decode( $text );
	if ( JSON_ERROR_NONE !== json_last_error() ) {
		/* translators: %s: what PHP says is wrong. */
		return sprintf( __( 'The terms are not JSON (%s).', 'takeon' ), json_last_error_msg() );
	}
	if ( ! is_object( $found ) || ! isset( $found->terms ) || ! is_object( $found->terms ) ) {
		return __( 'The terms must be an object with the key "terms", as in {"terms": {"shop": …}}.', 'takeon' );
	}
	return '';
}

/**
 * A language tag, or nothing.
 *
 * @param mixed $given What was given.
 */
function takeon_lang( $given ) {
	return is_string( $given ) && preg_match( '/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/', $given ) ? $given : '';
}

/**
 * `light`, `dark`, or nothing.
 *
 * @param mixed $given What was given.
 */
function takeon_theme( $given ) {
	return in_array( $given, array( 'light', 'dark' ), true ) ? $given : '';
}

/**
 * What is kept of what was sent. Terms with a problem are kept as they were typed, and
 * visitors go on with those before.
 *
 * @param mixed $given What was sent.
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
	// A script is code: it is for those alone who may write any HTML.
	if ( ! current_user_can( 'unfiltered_html' ) ) {
		$kept['script']  = $old['script'];
		$given['script'] = $old['script'];
	}
	$needed = 'own' === $kept['source'] || '' !== $kept['typed'];
	$words  = $needed ? takeon_problem( $kept['typed'] ) : '';
	if ( '' !== $words ) {
		$kept['json']   = $old['json'];
		$kept['source'] = 'own' === $kept['source'] && '' === $old['json'] ? $old['source'] : $kept['source'];
		takeon_complain( 'typed', $words . ' ' . __( 'What you typed is kept here; visitors see what they saw before.', 'takeon' ) );
	}
	if ( $kept['accent'] !== $given['accent'] ) {
		/* translators: %s: what was typed. */
		takeon_complain( 'accent', sprintf( __( 'The accent colour must be written as #rrggbb, and not as “%s”.', 'takeon' ), $given['accent'] ) );
	}
	if ( '' === $kept['script'] && '' !== $given['script'] ) {
		takeon_complain( 'script', __( 'The address of takeon.js must begin with https:// or /.', 'takeon' ) );
	}
	return $kept;
}

/**
 * Tells of a problem, once: WordPress may sanitize twice.
 *
 * @param string $field Where it is.
 * @param string $words What it is.
 */
function takeon_complain( $field, $words ) {
	if ( ! in_array( $field, wp_list_pluck( get_settings_errors( 'takeon' ), 'code' ), true ) ) {
		add_settings_error( 'takeon', $field, esc_html( $words ) );
	}
}
