package cn.anxun.server.serve;

import cn.anxun.core.form.FormDefinition;
import cn.anxun.core.form.FormEngine;
import cn.anxun.core.form.FormLibrary;
import cn.anxun.core.form.FormRejectedException;
import cn.anxun.core.form.FormResult;
import cn.anxun.core.form.FormSettings;
import cn.anxun.core.ledger.Cutoff;
import cn.anxun.core.state.LedgerState;
import cn.anxun.server.auth.Bureau;
import cn.anxun.server.http.v1.FormPrinter;
import cn.anxun.server.report.PrintedDocument;
import cn.anxun.server.report.Provenance;
import cn.anxun.server.report.form.FormComposer;
import cn.anxun.server.report.form.FormDetails;
import cn.anxun.server.report.form.FormLayouts;
import cn.anxun.server.report.form.LedgerFigures;
import cn.anxun.server.report.form.PrintedFormat;
import cn.anxun.server.storage.BureauLedger;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The forms that the documents of a ledger define, in the shipped look. */
final class LedgerForms implements FormPrinter {
  private static final Logger LOG = LoggerFactory.getLogger(LedgerForms.class);

  private final FormComposer composer = new FormComposer(FormLayouts.shipped());
  private final FormEngine engine = new FormEngine(FormSettings.STANDARD);

  private record PrintedForm(PrintedDocument document, PrintedFormat format) implements Printed {
    @Override
    public String mediaType() {
      return format.mediaType();
    }

    @Override
    public byte[] bytes() throws IOException {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      format.write(document, out);
      return out.toByteArray();
    }
  }

  @Override
  public List<FormDefinition> list(BureauLedger ledger, int year, Cutoff cutoff) {
    FormLibrary library = new FormLibrary(ledger.state(cutoff), year);
    List<FormDefinition> forms = new ArrayList<>();
    for (String key : library.keys()) {
      find(library, key).ifPresent(forms::add);
    }
    return forms;
  }

  @Override
  public Optional<FormResult> fill(BureauLedger ledger, int year, String key, Cutoff cutoff) {
    LedgerState state = ledger.state(cutoff);
    return find(new FormLibrary(state, year), key)
        .map(form -> engine.fill(form, new LedgerFigures(state, year)));
  }

  private static Optional<FormDefinition> find(FormLibrary library, String key) {
    try {
      return library.find(key);
    } catch (FormRejectedException e) {
      LOG.warn("form={} cannot be read: {}", key, e.getMessage());
      return Optional.empty();
    }
  }

  @Override
  public Optional<Printed> print(
      Bureau bureau, BureauLedger ledger, FormResult form, String ending) {
    return PrintedFormat.of('.' + ending)
        .map(
            format -> {
              Provenance provenance =
                  new Provenance(bureau.name(), form.cutoff(), ledger.headAt(form.cutoff().seq()));
              return new PrintedForm(composer.compose(form, FormDetails.BLANK, provenance), format);
            });
  }
}
