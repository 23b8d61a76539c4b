/**
 * Keeps details of patients out: the guard reads what people type before anything is stored, echoed
 * or logged, and says what kind of detail it found. It knows nothing but text, so that every
 * feature may ask it. Start reading at {@link dev.groundswell.privacy.PatientGuard}; the words that
 * people get to see are in prompts/messages/privacy.yaml.
 */
@NullMarked
package dev.groundswell.privacy;

import org.jspecify.annotations.NullMarked;
