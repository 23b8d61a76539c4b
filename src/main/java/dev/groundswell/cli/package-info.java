/**
 * Advice on the command line, as Slack would give it. It knows the tips and the search and nothing
 * else; {@code Main} hands it the files and the streams.
 */
@NullMarked
package dev.groundswell.cli;

import org.jspecify.annotations.NullMarked;
