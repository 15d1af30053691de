/** The one manifest of the app, merged from its own and its libraries'. */
@NullMarked
package cn.anxun.apk.manifest;

import org.jspecify.annotations.NullMarked;
