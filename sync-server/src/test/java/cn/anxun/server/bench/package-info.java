@NullMarked
package cn.anxun.server.bench;

import org.jspecify.annotations.NullMarked;
