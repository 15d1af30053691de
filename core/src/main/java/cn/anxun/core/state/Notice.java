package cn.anxun.core.state;

import java.util.List;

/**
 * Something in the ledger that a person should decide or know.
 *
 * @param subject what it is about
 * @param entryIds the entries concerned
 * @param field for a conflict or a proposal, the field; else ""
 */
public record Notice(Type type, String subject, List<String> entryIds, String field) {

  /** The kinds of notice. */
  public enum Type {
    /** Corrections of one field that do not know of each other and differ. */
    CONFLICT,
    /** A correction, void, merge or document by one who may not. */
    PROPOSAL,
    /** A step that was not open any more. */
    WITHOUT_EFFECT,
    /** Entries whose predecessor has not arrived. */
    WAITING,
    /** Entries of an unknown kind. */
    UPGRADE_NEEDED,
    /** Records, sites or visits that look like doubles. */
    SUSPECTED_DOUBLE,
    /** A paper of officers by one who may not issue it, or at a visit that is no 行政检查. */
    PAPER_NOT_ALLOWED,
    /** Papers of which a visit has more than one that holds; a notice for each of them. */
    PAPER_ISSUED_TWICE
  }
}
