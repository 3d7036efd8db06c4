<?php
/**
 * The desk as a page of the admin area: bundled files in a frame. Its data stay in the browser.
 *
 * @package Takeon
 */

defined( 'ABSPATH' ) || exit;

add_action(
	'admin_menu',
	function () {
		add_menu_page( __( 'Takeon desk', 'takeon' ), 'Takeon', 'manage_options', 'takeon-desk', 'takeon_desk_page', 'dashicons-yes-alt', 58 );
	}
);

/** Prints the page. */
function takeon_desk_page() {
	if ( ! current_user_can( 'manage_options' ) ) {
		return;
	}
	printf(
		'<div class="wrap"><h1>%1$s</h1><p>%2$s</p><iframe class="takeon-desk" src="%3$s" title="%1$s" allow="clipboard-write"></iframe></div>',
		esc_html__( 'Takeon desk', 'takeon' ),
		sprintf(
			/* translators: %s: a link with the words "the settings". */
			esc_html__( 'Set up your terms here, save terms.json, and paste it into %s.', 'takeon' ),
			sprintf( '<a href="%s">%s</a>', esc_url( admin_url( 'options-general.php?page=takeon' ) ), esc_html__( 'the settings', 'takeon' ) )
		),
		esc_url( plugins_url( 'files/desk.html', TAKEON_FILE ) )
	);
}

add_action(
	'admin_enqueue_scripts',
	function ( $page ) {
		if ( 'toplevel_page_takeon-desk' === $page ) {
			wp_enqueue_style( 'takeon-desk', plugins_url( 'desk.css', TAKEON_FILE ), array(), TAKEON_VERSION );
		}
	}
);
