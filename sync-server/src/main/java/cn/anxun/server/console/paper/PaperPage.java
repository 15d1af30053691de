package cn.anxun.server.console.paper;

import java.util.List;

/**
 * A paper as its page shows it.
 *
 * @param mark since when and why a void paper is, "" for one in force
 * @param state in words
 * @param warning what is to be known of it first, or ""
 * @param files addresses of the PDF and of the document; none for those who may not
 * @param number the address that numbers it, "" where it has its number or nobody here may
 * @param typed whether its number is typed in
 * @param voids the address that voids it, "" where nobody here may
 * @param copies pictures and scans of the hand-signed paper
 * @param seesPersons whether the reader may see who signed, and so the copies themselves
 * @param bring the address that takes such a copy, "" where nobody here may bring one
 */
public record PaperPage(
    List<Piece> pieces,
    String mark,
    String state,
    String warning,
    String record,
    List<Link> files,
    String number,
    boolean typed,
    String voids,
    List<SignedCopy> copies,
    boolean seesPersons,
    String bring) {

  /** An address and what it is called. */
  public record Link(String name, String address) {}

  public PaperPage {
    pieces = List.copyOf(pieces);
    files = List.copyOf(files);
    copies = List.copyOf(copies);
  }
}
