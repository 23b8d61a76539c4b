/** The sandbox, tried over HTTP by a small bot of its own. */
@NullMarked
package dev.groundswell.sandbox;

import org.jspecify.annotations.NullMarked;
