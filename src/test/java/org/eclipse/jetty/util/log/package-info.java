/**
 * Two names of Jetty 9 that nu.validator's language guesser asks for, and that Jetty 12 no longer
 * has. Without them the validator does not load. Nothing else may use them.
 */
@NullMarked
package org.eclipse.jetty.util.log;

import org.jspecify.annotations.NullMarked;
