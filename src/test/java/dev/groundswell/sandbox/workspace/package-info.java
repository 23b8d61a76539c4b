/** The workspace by itself. */
@NullMarked
package dev.groundswell.sandbox.workspace;

import org.jspecify.annotations.NullMarked;
