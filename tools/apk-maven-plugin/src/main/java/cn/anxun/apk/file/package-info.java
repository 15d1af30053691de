/**
 * Files and directories as every step uses them, and the fingerprints by which a step knows that
 * nothing changed.
 */
@NullMarked
package cn.anxun.apk.file;

import org.jspecify.annotations.NullMarked;
