/**
 * Socket Mode: Slack's requests over a WebSocket that the bot opens, for a machine that the world
 * can't reach. It knows how requests come and how answers go, and nothing of what they say. Start
 * reading at {@link dev.groundswell.slack.socket.SocketMode}.
 */
@NullMarked
package dev.groundswell.slack.socket;

import org.jspecify.annotations.NullMarked;
