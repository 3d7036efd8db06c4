<?php
/**
 * Plugin Name: Takeon
 * Description: “Should we take this project?” A calculator for your visitors, as a shortcode or a block. It runs in their browsers.
 * Version: 0.0.0
 * Requires at least: 6.1
 * Requires PHP: 7.4
 * License: MIT OR Apache-2.0
 * License URI: https://opensource.org/license/mit
 * Text Domain: takeon
 *
 * @package Takeon
 */

defined( 'ABSPATH' ) || exit;

/** Version of the plugin and of its calculator, inserted by script/pack.mjs. */
const TAKEON_VERSION = '0.0.0';
const TAKEON_FILE    = __FILE__;

require __DIR__ . '/options.php';
require __DIR__ . '/show.php';
require __DIR__ . '/settings.php';
require __DIR__ . '/desk.php';
