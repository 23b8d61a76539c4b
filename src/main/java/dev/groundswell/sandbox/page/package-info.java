/**
 * The one web page of the sandbox, and the HTTP by which the page and the bot reach it. It knows
 * the workspace and the mailbox, and keeps nothing but what has been read. Start reading at {@link
 * dev.groundswell.sandbox.page.SandboxHandler}.
 */
@NullMarked
package dev.groundswell.sandbox.page;

import org.jspecify.annotations.NullMarked;
