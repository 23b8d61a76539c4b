/**
 * Settings, read from the environment and a file, and checked before anything starts. It opens
 * nothing itself. Start reading at {@link dev.groundswell.config.Settings}.
 */
@NullMarked
package dev.groundswell.config;

import org.jspecify.annotations.NullMarked;
