<?php
/**
 * The settings page, Settings → Takeon, with a preview of the calculator.
 *
 * @package Takeon
 */

defined( 'ABSPATH' ) || exit;

add_action(
	'admin_init',
	function () {
		register_setting(
			'takeon',
			'takeon',
			array(
				'type'              => 'array',
				'sanitize_callback' => 'takeon_sanitize',
			)
		);
	}
);

add_action(
	'admin_menu',
	function () {
		$page = add_options_page( 'Takeon', 'Takeon', 'manage_options', 'takeon', 'takeon_settings_page' );
		add_action(
			"admin_print_scripts-$page",
			function () {
				takeon_enqueue();
				wp_enqueue_script( 'takeon-settings', plugins_url( 'settings.js', TAKEON_FILE ), array(), TAKEON_VERSION, true );
			}
		);
	}
);

add_filter(
	'plugin_action_links_' . plugin_basename( TAKEON_FILE ),
	function ( $links ) {
		$link = sprintf( '<a href="%s">%s</a>', esc_url( admin_url( 'options-general.php?page=takeon' ) ), esc_html__( 'Settings', 'takeon' ) );
		return array_merge( array( $link ), $links );
	}
);

/** Draws the page. WordPress checks nonce and capability of what it sends, in options.php. */
function takeon_settings_page() {
	if ( ! current_user_can( 'manage_options' ) ) {
		return;
	}
	$options = takeon_options();
	$sources = array(
		'example' => __( 'The example, which says that it is one', 'takeon' ),
		'own'     => __( 'My own terms, below', 'takeon' ),
	);
	foreach ( takeon_shops() as $shop ) {
		/* translators: %s: the name of a ready-made shop. */
		$sources[ $shop ] = sprintf( __( 'To try it: %s', 'takeon' ), $shop );
	}
	$themes = array(
		''      => __( 'Same as the page', 'takeon' ),
		'light' => __( 'Light', 'takeon' ),
		'dark'  => __( 'Dark', 'takeon' ),
	);
	$langs  = array_merge( array( '' => __( 'Same as the page', 'takeon' ) ), takeon_languages() );
	?>
	<div class="wrap">
		<h1>Takeon</h1>
		<p>
			<?php esc_html_e( 'Add the shortcode [takeon] or the block “Takeon calculator” to a page. These settings apply to both.', 'takeon' ); ?>
		</p>
		<form method="post" action="options.php">
			<?php settings_fields( 'takeon' ); ?>
			<table class="form-table" role="presentation">
				<?php
				takeon_select( 'source', __( 'Terms', 'takeon' ), $sources, $options );
				?>
				<tr>
					<th scope="row"><label for="takeon-typed"><?php esc_html_e( 'My own terms', 'takeon' ); ?></label></th>
					<td>
						<textarea id="takeon-typed" name="takeon[typed]" rows="16" class="large-text code" spellcheck="false" aria-describedby="takeon-typed-hint takeon-problems"><?php echo esc_textarea( $options['typed'] ); ?></textarea>
						<p class="description" id="takeon-typed-hint">
							<?php esc_html_e( 'The content of terms.json, which the Takeon desk writes for you. Anyone can read it in the page’s source.', 'takeon' ); ?>
						</p>
						<ul id="takeon-problems" role="status" class="ul-disc"></ul>
					</td>
				</tr>
				<?php
				takeon_select( 'lang', __( 'Language', 'takeon' ), $langs, $options );
				takeon_select( 'theme', __( 'Light or dark', 'takeon' ), $themes, $options );
				takeon_field( 'accent', __( 'Accent colour', 'takeon' ), __( 'As #rrggbb. Adjusted automatically if it would be hard to read.', 'takeon' ), $options );
				takeon_field( 'script', __( 'Address of takeon.js', 'takeon' ), __( 'Leave empty for the copy in this plugin.', 'takeon' ), $options );
				?>
			</table>
			<?php submit_button(); ?>
		</form>
		<h2><?php esc_html_e( 'What visitors see', 'takeon' ); ?></h2>
		<?php
		// takeon_tag escapes its output.
		echo takeon_tag( array(), '' ); // phpcs:ignore WordPress.Security.EscapeOutput
		?>
	</div>
	<?php
}

/**
 * Prints a row with a list of choices.
 *
 * @param string                $name    Its name in the option.
 * @param string                $label   Its label.
 * @param array<string, string> $choices Labels by value.
 * @param array<string, string> $options Stored settings.
 */
function takeon_select( $name, $label, $choices, $options ) {
	printf( '<tr><th scope="row"><label for="takeon-%1$s">%2$s</label></th><td><select id="takeon-%1$s" name="takeon[%1$s]">', esc_attr( $name ), esc_html( $label ) );
	foreach ( $choices as $value => $words ) {
		printf( '<option value="%s"%s>%s</option>', esc_attr( $value ), selected( $options[ $name ], (string) $value, false ), esc_html( $words ) );
	}
	echo '</select></td></tr>';
}

/**
 * Prints a row with a text field.
 *
 * @param string                $name    Its name in the option.
 * @param string                $label   Its label.
 * @param string                $hint    Explanation below it.
 * @param array<string, string> $options Stored settings.
 */
function takeon_field( $name, $label, $hint, $options ) {
	printf(
		'<tr><th scope="row"><label for="takeon-%1$s">%2$s</label></th><td><input id="takeon-%1$s" name="takeon[%1$s]" type="text" class="regular-text code" value="%3$s" aria-describedby="takeon-%1$s-hint" /><p class="description" id="takeon-%1$s-hint">%4$s</p></td></tr>',
		esc_attr( $name ),
		esc_html( $label ),
		esc_attr( $options[ $name ] ),
		esc_html( $hint )
	);
}
