/**
 * Photos and other files on their way from a phone to the server, after the entries that name them.
 */
@NullMarked
package cn.anxun.core.sync.file;

import org.jspecify.annotations.NullMarked;
