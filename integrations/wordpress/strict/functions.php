<?php
/**
 * A strict content security policy. WordPress's own inline scripts and styles are removed, because it rejects them.
 *
 * @package Takeon
 */

add_action(
	'send_headers',
	function () {
		header( "Content-Security-Policy: default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'" );
	}
);
add_action(
	'wp_enqueue_scripts',
	function () {
		wp_enqueue_style( 'strict', get_stylesheet_uri(), array(), '1' );
		foreach ( array( 'global-styles', 'classic-theme-styles', 'wp-block-library' ) as $name ) {
			wp_dequeue_style( $name );
		}
	},
	100
);
remove_action( 'wp_head', 'print_emoji_detection_script', 7 );
remove_action( 'wp_print_styles', 'print_emoji_styles' );
remove_action( 'wp_body_open', 'wp_global_styles_render_svg_filters' );
add_filter( 'show_admin_bar', '__return_false' );
