namespace ArtisansCorner.Importing.Formats.Own;

/// <summary>What the columns of our format of expenses are called elsewhere: in English, German, French, Italian, Spanish, Dutch and Portuguese.</summary>
internal static class OwnExpensesFields
{
    /// <summary>The columns, the needed ones first.</summary>
    public static IReadOnlyList<MapField> All { get; } =
    [
        new("date", "When it was paid", CellContent.Date, ["date", "day", "paid on", "payment date", "invoice date", "datum", "tag", "zahldatum", "belegdatum", "date de paiement", "data", "data pagamento", "fecha", "fecha de pago", "betaaldatum", "data de pagamento"], true),
        new("amount", "How much, tax included", CellContent.Amount, ["amount", "total", "gross", "paid", "cost", "price", "betrag", "brutto", "summe", "gesamt", "preis", "kosten", "montant", "montant ttc", "total ttc", "importo", "totale", "importe", "bedrag", "totaal", "valor", "montante"], true),
        new("category", "What it was for", CellContent.Text, ["category", "what for", "type", "account", "kategorie", "konto", "art", "wofür", "catégorie", "compte", "categoria", "conto", "categoría", "cuenta", "categorie", "rekening", "conta"]),
        new("payee", "Who was paid", CellContent.Text, ["payee", "paid to", "vendor", "supplier", "merchant", "shop", "who", "empfänger", "lieferant", "händler", "an wen", "bénéficiaire", "fournisseur", "beneficiario", "fornitore", "proveedor", "begunstigde", "leverancier", "beneficiário", "fornecedor"]),
        new("tax", "The tax in it", CellContent.Amount, ["tax", "vat", "gst", "sales tax", "steuer", "mwst", "vorsteuer", "umsatzsteuer", "tva", "iva", "btw", "imposto"]),
        new("number", "Number of the receipt", CellContent.Number, ["number", "receipt", "receipt number", "invoice", "invoice number", "reference", "beleg", "belegnummer", "rechnungsnummer", "facture", "numéro", "fattura", "numero", "factura", "número", "factuur", "bonnummer", "fatura", "recibo"]),
        new("note", "A word to yourself", CellContent.Text, ["note", "notes", "description", "comment", "memo", "remark", "notiz", "bemerkung", "beschreibung", "verwendungszweck", "description", "remarque", "descrizione", "nota", "descripción", "notas", "omschrijving", "opmerking", "descrição"]),
        OwnCurrency.Field,
    ];
}
