/** How files get onto the disk so that neither a kill nor a power cut leaves half of one. */
@NullMarked
package cn.anxun.server.disk;

import org.jspecify.annotations.NullMarked;
