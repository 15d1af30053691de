package cn.anxun.server.http.v1;

import cn.anxun.core.form.FormDefinition;
import cn.anxun.core.form.FormResult;
import cn.anxun.core.ledger.Cutoff;
import cn.anxun.server.auth.Bureau;
import cn.anxun.server.storage.BureauLedger;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Fills the forms of a year from the ledger, and makes files of them. */
public interface FormPrinter {

  /** A file. */
  interface Printed {
    String mediaType();

    byte[] bytes() throws IOException;
  }

  /**
   * The forms of the year, in the order in which they were defined; one that cannot be read is left
   * out.
   */
  List<FormDefinition> list(BureauLedger ledger, int year, Cutoff cutoff);

  /** The form of this key, filled. */
  Optional<FormResult> fill(BureauLedger ledger, int year, String key, Cutoff cutoff);

  /**
   * The form as a file.
   *
   * @param ending of its name, such as {@code xlsx}; empty for one that cannot be printed
   */
  Optional<Printed> print(Bureau bureau, BureauLedger ledger, FormResult form, String ending);
}
