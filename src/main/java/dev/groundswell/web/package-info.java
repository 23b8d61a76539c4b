/**
 * HTTP: the server, the door that Slack's requests come through, health, and the pages that links
 * in mails lead to. Of the features it knows the sponsors' subscriptions only; a signed request is
 * handed on as Bolt knows it. Start reading at {@link dev.groundswell.web.WebServer}.
 */
@NullMarked
package dev.groundswell.web;

import org.jspecify.annotations.NullMarked;
