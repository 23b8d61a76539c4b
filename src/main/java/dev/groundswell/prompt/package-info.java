/**
 * Opens the files under {@code prompts/}, in which every word lives that a writer would edit, and
 * reads their YAML so that whatever is wrong is told with file and line. It knows nothing of what
 * the files mean: tips, messages and mail are read by the packages that use them. Start reading at
 * {@link dev.groundswell.prompt.PromptFiles}, then {@link dev.groundswell.prompt.YamlNode}.
 */
@NullMarked
package dev.groundswell.prompt;

import org.jspecify.annotations.NullMarked;
