package cn.anxun.core.paper;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * One number, and what became of it.
 *
 * @param serial 0 where another system gave the number
 * @param number as printed
 * @param papers that bear it: one, none, or several where something is wrong
 * @param device that it was given to, "" where none is known
 * @param reason why it is void, returned or skipped, else ""
 */
public record RegisterLine(
    Paper paper,
    int year,
    long serial,
    String number,
    State state,
    List<PaperRecord> papers,
    String device,
    String reason) {

  public RegisterLine {
    papers = Collections.unmodifiableList(new ArrayList<>(papers));
  }

  /** What may have become of a number. */
  public enum State {
    /** On a paper. */
    ISSUED,
    /** On a paper that is void. */
    VOID,
    /** Given back, never used. */
    RETURNED,
    /** With a device, not used yet. */
    RESERVED,
    /** 恢复备份跳过: left out since it may have been given out after the backup. */
    SKIPPED,
    /** On more than one paper. */
    DOUBLE,
    /** On a paper, though it was given to another device, given back or never given out. */
    UNEXPECTED,
    /** Nothing says what became of it. */
    UNEXPLAINED;

    /** Whether somebody must look at it. */
    public boolean isWrong() {
      return this == DOUBLE || this == UNEXPECTED || this == UNEXPLAINED;
    }
  }
}
