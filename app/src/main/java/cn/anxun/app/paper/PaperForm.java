package cn.anxun.app.paper;

import cn.anxun.core.paper.Officer;
import cn.anxun.core.paper.Paper;
import cn.anxun.core.paper.PaperAnswers;
import cn.anxun.core.paper.Signature;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A paper that is being filled in, kept at every change.
 *
 * @param id the subject of the record that it will be
 * @param about the visit it is of; for 整改复查意见书 the order that it answers
 * @param refusal empty unless the site's person refuses to sign
 * @param signatures of all who signed so far
 * @param number typed, where another system gives the numbers; else ""
 */
public record PaperForm(
    String id,
    Paper paper,
    String about,
    PaperAnswers answers,
    Refusal refusal,
    List<Signature> signatures,
    String number) {

  /**
   * 拒绝签字 (安全生产法第六十八条).
   *
   * @param reason as the person gave it, or as it was seen
   * @param witness who saw it
   */
  public record Refusal(boolean refused, String reason, String witness) {
    public static final Refusal NONE = new Refusal(false, "", "");
  }

  public PaperForm {
    signatures = Collections.unmodifiableList(new ArrayList<>(signatures));
  }

  /** A new one. */
  public static PaperForm begin(String id, Paper paper, String about, PaperAnswers answers) {
    return new PaperForm(id, paper, about, answers, Refusal.NONE, List.of(), "");
  }

  /** The name of its draft: one of each paper and visit. */
  public static String draft(Paper paper, String about) {
    return "paper/" + paper.key() + '/' + about;
  }

  public String draft() {
    return draft(paper, about);
  }

  public PaperForm with(PaperAnswers changed) {
    return new PaperForm(id, paper, about, changed, refusal, signatures, number);
  }

  public PaperForm with(Refusal changed) {
    return new PaperForm(id, paper, about, answers, changed, signatures, number);
  }

  public PaperForm withNumber(String typed) {
    return new PaperForm(id, paper, about, answers, refusal, signatures, typed);
  }

  /** With other officers; a signature stays with the name that it is of. */
  public PaperForm withOfficers(UnaryOperator<List<Officer>> change) {
    List<Officer> officers = change.apply(new ArrayList<>(answers.officers()));
    return with(answers.withOfficers(officers));
  }

  public PaperForm with(PaperAnswers.Party party) {
    return with(answers.withParty(party));
  }

  /** Who is to sign: the officers, and the site's person or, where that one refuses, a witness. */
  public List<Signer> signers() {
    List<Signer> signers = new ArrayList<>();
    for (Officer officer : answers.officers()) {
      signers.add(new Signer(Signature.Who.INSPECTOR, officer.name().trim()));
    }
    signers.add(
        refusal.refused()
            ? new Signer(Signature.Who.WITNESS, refusal.witness().trim())
            : new Signer(Signature.Who.SITE, answers.party().person().trim()));
    return signers;
  }

  /** With this in place of what the same person signed before. */
  public PaperForm with(Signature signature) {
    List<Signature> changed = new ArrayList<>(signatures);
    changed.removeIf(
        other -> other.who() == signature.who() && other.name().equals(signature.name()));
    changed.add(signature);
    return new PaperForm(id, paper, about, answers, refusal, changed, number);
  }

  /** Of those who are to sign; one of a name since changed is nobody's. */
  public List<Signature> valid() {
    List<Signature> valid = new ArrayList<>();
    for (Signer signer : signers()) {
      signer.find(signatures).ifPresent(valid::add);
    }
    return valid;
  }
}
