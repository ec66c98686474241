namespace ArtisansCorner.Importing.Formats.Own;

/// <summary>What the columns of our format of purchases are called elsewhere: in English, German, French, Italian, Spanish, Dutch and Portuguese.</summary>
internal static class OwnPurchasesFields
{
    /// <summary>The columns, the needed ones first.</summary>
    public static IReadOnlyList<MapField> All { get; } =
    [
        new("date", "When it was bought", CellContent.Date, ["date", "order date", "purchase date", "ordered", "invoice date", "datum", "bestelldatum", "rechnungsdatum", "kaufdatum", "date de commande", "date d'achat", "data", "data ordine", "data acquisto", "fecha", "fecha de compra", "besteldatum", "data da compra"], true),
        new("code", "Your code of the material or product", CellContent.Sku, ["code", "sku", "item code", "product code", "material code", "artikelnummer", "artikelnr", "référence", "codice", "codice articolo", "código", "referencia", "referência", "artikelcode"], true),
        new("quantity", "How much", CellContent.Amount, ["quantity", "qty", "amount ordered", "menge", "anzahl", "quantité", "qté", "quantità", "qta", "cantidad", "aantal", "hoeveelheid", "quantidade"], true),
        new("unit", "In which unit", CellContent.Unit, ["unit", "uom", "einheit", "mengeneinheit", "unité", "unità", "unidad", "eenheid", "unidade"]),
        new("unit cost", "What one unit cost", CellContent.Amount, ["unit cost", "unit price", "price", "price each", "einzelpreis", "stückpreis", "preis", "prix unitaire", "prix", "prezzo unitario", "prezzo", "precio unitario", "precio", "stukprijs", "prijs", "preço unitário", "preço"], OneOf: "cost"),
        new("cost", "What all of the row cost", CellContent.Amount, ["cost", "total", "line total", "amount", "gesamtpreis", "gesamt", "betrag", "summe", "montant", "total ligne", "importo", "totale", "importe", "bedrag", "totaal", "custo", "valor"], OneOf: "cost"),
        new("supplier", "From whom", CellContent.Text, ["supplier", "vendor", "seller", "shop", "lieferant", "händler", "fournisseur", "vendeur", "fornitore", "proveedor", "leverancier", "fornecedor"]),
        new("number", "The supplier's number", CellContent.Number, ["number", "order number", "order", "invoice", "invoice number", "reference", "bestellnummer", "rechnungsnummer", "beleg", "numéro de commande", "facture", "numero ordine", "fattura", "número de pedido", "factura", "bestelnummer", "factuur", "fatura"]),
        new("freight", "Carriage of the whole order", CellContent.Amount, ["freight", "shipping", "postage", "delivery", "carriage", "versand", "versandkosten", "fracht", "porto", "livraison", "frais de port", "spedizione", "trasporto", "envío", "portes", "verzendkosten", "frete"]),
        new("tax", "Tax on the whole order that does not come back", CellContent.Amount, ["tax", "vat", "sales tax", "steuer", "mwst", "umsatzsteuer", "tva", "iva", "btw", "imposto"]),
        new("discount", "Discount on the whole order", CellContent.Amount, ["discount", "rabatt", "nachlass", "remise", "sconto", "descuento", "korting", "desconto"]),
        new("arrived", "When it arrived", CellContent.Text, ["arrived", "received", "arrival date", "delivered", "eingang", "wareneingang", "lieferdatum", "reçu", "date de réception", "arrivato", "ricevuto", "recibido", "fecha de llegada", "ontvangen", "recebido"]),
        new("note", "A word to yourself", CellContent.Text, ["note", "notes", "comment", "remark", "notiz", "bemerkung", "kommentar", "remarque", "commentaire", "nota", "notas", "comentario", "opmerking", "observação"]),
        OwnCurrency.Field,
    ];
}
