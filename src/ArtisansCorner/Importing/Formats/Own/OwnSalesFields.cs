namespace ArtisansCorner.Importing.Formats.Own;

/// <summary>What the columns of our sales format are called elsewhere: in English, German, French, Italian, Spanish, Dutch and Portuguese.</summary>
internal static class OwnSalesFields
{
    /// <summary>The columns, the needed ones first.</summary>
    public static IReadOnlyList<MapField> All { get; } =
    [
        new("date", "When it was sold", CellContent.Date, ["date", "order date", "sale date", "date sold", "date of sale", "sold", "sold on", "when", "purchased", "day", "datum", "bestelldatum", "verkaufsdatum", "kaufdatum", "tag", "date de vente", "date de commande", "data", "data ordine", "data vendita", "fecha", "fecha de venta", "besteldatum", "verkoopdatum", "data da venda", "paid at", "created at", "completed date"], true),
        new("unit price", "Price of one", CellContent.Amount, ["price", "unit price", "item price", "amount", "preis", "einzelpreis", "stückpreis", "betrag", "prix", "prix unitaire", "montant", "prezzo", "prezzo unitario", "importo", "precio", "precio unitario", "importe", "prijs", "stukprijs", "bedrag", "preço", "preço unitário", "valor"], OneOf: "price"),
        new("total", "Sum of the row, less its discount", CellContent.Amount, ["total", "line total", "row total", "total price", "subtotal", "sum", "net sales", "gesamt", "gesamtpreis", "summe", "zeilensumme", "total ligne", "prix total", "totale", "totale riga", "prezzo totale", "importe total", "precio total", "totaal", "totaalprijs", "preço total"], OneOf: "price"),
        new("title", "What was sold", CellContent.Text, ["title", "item", "product", "product name", "item name", "description", "name", "artikel", "produkt", "bezeichnung", "artikelname", "produktname", "beschreibung", "article", "produit", "titre", "désignation", "articolo", "prodotto", "titolo", "descrizione", "artículo", "producto", "título", "descripción", "omschrijving", "artigo", "produto", "descrição"], OneOf: "thing"),
        new("sku", "Your code of it", CellContent.Sku, ["sku", "code", "item code", "product code", "artikelnummer", "artikelnr", "art nr", "bestellnummer artikel", "référence", "codice", "codice articolo", "código", "referencia", "referência", "artikelcode"], OneOf: "thing"),
        new("quantity", "How many", CellContent.Quantity, ["quantity", "qty", "units", "pieces", "count", "menge", "anzahl", "stück", "stückzahl", "quantité", "qté", "quantità", "qta", "pezzi", "cantidad", "cant", "unidades", "aantal", "stuks", "quantidade", "qtd"]),
        new("order", "Number of the order", CellContent.Number, ["order", "order id", "order number", "invoice", "invoice number", "receipt", "bestellung", "bestellnummer", "rechnung", "rechnungsnummer", "auftrag", "beleg", "belegnummer", "commande", "numéro de commande", "facture", "ordine", "numero ordine", "fattura", "pedido", "número de pedido", "factura", "bestelling", "ordernummer", "factuur", "encomenda", "fatura"]),
        new("channel", "Where it was sold", CellContent.Text, ["channel", "source", "platform", "kanal", "verkaufskanal", "plattform", "quelle", "canal", "plateforme", "canale", "piattaforma", "plataforma", "kanaal"]),
        new("customer email", "E-mail of the buyer", CellContent.Email, ["email", "e-mail", "customer email", "buyer email", "mail", "e-mail-adresse", "courriel", "adresse e-mail", "posta elettronica", "correo", "correo electrónico", "e-mailadres"]),
        new("customer name", "Name of the buyer", CellContent.Text, ["customer", "buyer", "customer name", "buyer name", "client", "kunde", "kundenname", "käufer", "acheteur", "nom du client", "cliente", "acquirente", "comprador", "klant", "koper", "klantnaam"]),
        new("country", "Country of the buyer", CellContent.Text, ["country", "ship country", "land", "lieferland", "pays", "paese", "país"]),
        new("discount", "Discount on the row", CellContent.Amount, ["discount", "line discount", "rabatt", "nachlass", "remise", "réduction", "sconto", "descuento", "korting", "desconto"]),
        new("order discount", "Discount on the whole order", CellContent.Amount, ["order discount", "coupon", "coupon amount", "gutschein", "gutscheinbetrag", "bon de réduction", "buono", "cupón", "kortingscode", "cupom"]),
        new("shipping", "Shipping charged", CellContent.Amount, ["shipping", "postage", "delivery", "versand", "versandkosten", "porto", "livraison", "frais de port", "spedizione", "spese di spedizione", "envío", "gastos de envío", "verzending", "verzendkosten", "envio", "portes", "frete"]),
        new("tax", "Your own tax", CellContent.Amount, ["tax", "vat", "sales tax", "gst", "steuer", "mwst", "umsatzsteuer", "ust", "tva", "iva", "btw", "imposto"]),
        new("marketplace tax", "Tax that the marketplace pays", CellContent.Amount, ["marketplace tax", "tax collected by marketplace"]),
        new("fees", "What the channel keeps", CellContent.Amount, ["fees", "fee", "commission", "gebühren", "gebühr", "provision", "frais", "commissioni", "commissione", "comisión", "comisiones", "tarifas", "kosten", "commissie", "taxas", "comissão"]),
        new("note", "A word to yourself", CellContent.Text, ["note", "notes", "comment", "remark", "notiz", "bemerkung", "kommentar", "remarque", "commentaire", "nota", "commento", "notas", "comentario", "opmerking", "observação"]),
        new("kind", "Sale or refund", CellContent.Text, ["kind", "sale or refund", "art", "type", "tipo", "soort"]),
        SaleStatus.Field,
        OwnCurrency.Field,
    ];
}
