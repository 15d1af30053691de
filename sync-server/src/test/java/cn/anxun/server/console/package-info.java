@NullMarked
package cn.anxun.server.console;

import org.jspecify.annotations.NullMarked;
