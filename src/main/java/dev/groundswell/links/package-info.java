/**
 * Looks whether a link on the web still leads somewhere, without ever reaching into the network
 * that the server stands in. It knows no database and nothing of who put the link in. Start reading
 * at {@link dev.groundswell.links.WebVisitor}.
 */
@NullMarked
package dev.groundswell.links;

import org.jspecify.annotations.NullMarked;
