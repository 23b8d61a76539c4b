/**
 * HTTP: the server, the door that Slack's requests come through, and health. It knows no feature; a
 * signed request is handed on as Bolt knows it. Start reading at {@link
 * dev.groundswell.web.WebServer}.
 */
@NullMarked
package dev.groundswell.web;

import org.jspecify.annotations.NullMarked;
