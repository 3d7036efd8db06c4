<?php
/**
 * The calculator on a page: a shortcode, a block, and the script of both.
 *
 *     [takeon]
 *     [takeon shop="brand-design" lang="de" theme="dark" accent="#0a6"]Write to us.[/takeon]
 *
 * @package Takeon
 */

defined( 'ABSPATH' ) || exit;

add_action(
	'init',
	function () {
		add_shortcode(
			'takeon',
			function ( $attributes, $words = '' ) {
				return takeon_tag( (array) $attributes, (string) $words );
			}
		);
		takeon_register_block();
	}
);

/**
 * Registers the block. The server renders it, so that changed settings apply to existing pages. The
 * block names the element's script, so that the editor loads it into its frame.
 */
function takeon_register_block() {
	$needs = array( 'wp-blocks', 'wp-block-editor', 'wp-components', 'wp-element', 'wp-i18n', 'wp-server-side-render' );
	wp_register_script( 'takeon-editor', plugins_url( 'editor.js', TAKEON_FILE ), $needs, TAKEON_VERSION, true );
	wp_set_script_translations( 'takeon-editor', 'takeon' );
	takeon_register();
	register_block_type(
		__DIR__,
		array(
			'render_callback' => function ( $attributes ) {
				// Without a choice, the settings apply.
				$chosen = array_diff( wp_array_slice_assoc( $attributes, array( 'shop', 'lang', 'theme', 'accent' ) ), array( '' ) );
				return '<div ' . get_block_wrapper_attributes() . '>' . takeon_tag( $chosen, '' ) . '</div>';
			},
		)
	);
}

add_action(
	'enqueue_block_editor_assets',
	function () {
		takeon_enqueue();
		$choices = array(
			'shops'     => takeon_shops(),
			'languages' => takeon_languages(),
		);
		wp_add_inline_script( 'takeon-editor', 'window.takeonChoices = ' . wp_json_encode( $choices, JSON_HEX_TAG ) . ';', 'before' );
	}
);

/**
 * Returns the element, and adds its script to the page.
 *
 * @param array<string, mixed> $given Values that override the settings: shop, lang, theme, accent, audience.
 * @param string               $words Fallback content.
 */
function takeon_tag( $given, $words ) {
	takeon_enqueue();
	$options = takeon_options();
	$given   = shortcode_atts(
		array(
			'shop'     => $options['source'],
			'lang'     => $options['lang'],
			'theme'    => $options['theme'],
			'accent'   => $options['accent'],
			'audience' => '',
		),
		$given,
		'takeon'
	);
	$lang  = takeon_lang( $given['lang'] );
	$shown = array(
		'config-src'  => 'own' === $given['shop'] ? '' : takeon_shop_address( $given['shop'], $lang ),
		'lang'        => $lang,
		'theme'       => takeon_theme( $given['theme'] ),
		'audience'    => 'shop' === $given['audience'] ? 'shop' : '',
		'data-accent' => (string) sanitize_hex_color( $given['accent'] ),
	);
	if ( '' !== $shown['data-accent'] ) {
		wp_enqueue_script( 'takeon-accent', plugins_url( 'accent.js', TAKEON_FILE ), array(), TAKEON_VERSION, false );
	}
	$tag = '<takeon-calculator';
	foreach ( array_filter( $shown, 'strlen' ) as $name => $value ) {
		$tag .= sprintf( ' %s="%s"', $name, 'config-src' === $name ? esc_url( $value ) : esc_attr( $value ) );
	}
	$own = 'own' === $given['shop'] && '' !== $options['json'] ? $options['json'] : '';
	$own   = '' === $own ? '' : '<script type="application/json">' . takeon_inline( $own ) . '</script>';
	$words = '' === trim( $words ) ? esc_html__( 'The calculator needs JavaScript. Write to us with what you need, by when and for how much.', 'takeon' ) : wp_kses_post( $words );
	return $tag . '>' . $own . '<p>' . $words . '</p></takeon-calculator>';
}

/**
 * Returns the address of a ready-made shop, if possible in the page's language; empty for the example.
 *
 * @param string $shop Name of the shop.
 * @param string $lang A language tag, or empty for the page's.
 */
function takeon_shop_address( $shop, $lang ) {
	if ( ! in_array( $shop, takeon_shops(), true ) ) {
		return '';
	}
	$lang = '' === $lang ? str_replace( '_', '-', get_locale() ) : $lang;
	foreach ( array( $lang, strtok( $lang, '-' ) ) as $folder ) {
		if ( is_readable( __DIR__ . "/files/terms/$folder/$shop.json" ) ) {
			return plugins_url( "files/terms/$folder/$shop.json", TAKEON_FILE );
		}
	}
	return plugins_url( "files/terms/$shop.json", TAKEON_FILE );
}

/** Registers takeon.js. */
function takeon_register() {
	$given = takeon_options()['script'];
	if ( '' === $given ) {
		wp_register_script( 'takeon', plugins_url( 'files/takeon.js', TAKEON_FILE ), array(), TAKEON_VERSION, false );
	} else {
		wp_register_script( 'takeon', $given, array(), null, false );
	}
}

/** Adds takeon.js to the page. */
function takeon_enqueue() {
	takeon_register();
	wp_enqueue_script( 'takeon' );
}

add_filter(
	'script_loader_tag',
	function ( $tag, $name, $address ) {
		if ( 'takeon' !== $name && 'takeon-accent' !== $name ) {
			return $tag;
		}
		// WordPress has functions for modules only since 6.5: wp_enqueue_script_module.
		return wp_get_script_tag(
			array(
				'type' => 'module',
				'src'  => $address,
				'id'   => "$name-js",
			)
		);
	},
	10,
	3
);
