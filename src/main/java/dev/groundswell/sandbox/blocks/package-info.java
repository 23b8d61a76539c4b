/**
 * Block Kit: whether blocks are what Slack would take, what a filled-in form says, and how it all
 * looks in HTML. It knows JSON and no workspace. Start reading at {@link
 * dev.groundswell.sandbox.blocks.BlockKitValidator}, which the bot's own tests use too.
 */
@NullMarked
package dev.groundswell.sandbox.blocks;

import org.jspecify.annotations.NullMarked;
