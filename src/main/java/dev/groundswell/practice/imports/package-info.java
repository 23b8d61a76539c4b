/**
 * Reads lists of practices from files, whatever people hand in. Pure: bytes go in, lines and
 * problems come out. Start reading at {@link dev.groundswell.practice.imports.PracticeList}.
 */
@NullMarked
package dev.groundswell.practice.imports;

import org.jspecify.annotations.NullMarked;
