<?php
/**
 * Template of all pages.
 *
 * @package Takeon
 */

?>
<!doctype html>
<html <?php language_attributes(); ?>>
	<head>
		<meta charset="utf-8" />
		<title><?php bloginfo( 'name' ); ?></title>
		<?php wp_head(); ?>
	</head>
	<body>
		<main>
			<?php
			while ( have_posts() ) {
				the_post();
				the_title( '<h2>', '</h2>' );
				the_content();
			}
			?>
		</main>
		<?php wp_footer(); ?>
	</body>
</html>
