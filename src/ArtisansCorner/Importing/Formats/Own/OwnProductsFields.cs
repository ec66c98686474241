namespace ArtisansCorner.Importing.Formats.Own;

/// <summary>What the columns of our format of products are called elsewhere: in English, German, French, Italian, Spanish, Dutch and Portuguese.</summary>
internal static class OwnProductsFields
{
    /// <summary>The columns, the needed ones first.</summary>
    public static IReadOnlyList<MapField> All { get; } =
    [
        new("name", "What it is called", CellContent.Text, ["name", "product", "product name", "title", "item", "item name", "artikel", "produkt", "bezeichnung", "artikelname", "produktname", "produit", "titre", "désignation", "nom", "prodotto", "articolo", "nome", "titolo", "producto", "artículo", "nombre", "título", "naam", "omschrijving", "produto", "artigo"], true),
        new("price", "Price of one", CellContent.Amount, ["price", "unit price", "retail price", "selling price", "preis", "verkaufspreis", "vk-preis", "prix", "prix de vente", "prezzo", "prezzo di vendita", "precio", "precio de venta", "prijs", "verkoopprijs", "preço", "preço de venda"], true),
        new("variant", "What sets it apart, such as its size", CellContent.Text, ["variant", "variation", "option", "choice", "size", "color", "variante", "größe", "farbe", "ausführung", "taille", "couleur", "taglia", "colore", "talla", "variatie", "maat", "kleur", "tamanho", "cor"]),
        new("sku", "Your code of it", CellContent.Number, ["sku", "code", "item code", "product code", "item number", "artikelnummer", "artikelnr", "art nr", "référence", "codice", "código", "referencia", "referência", "artikelcode"]),
        new("barcode", "What the scanner reads", CellContent.Number, ["barcode", "gtin", "ean", "upc", "strichcode", "code-barres", "codice a barre", "código de barras", "streepjescode"]),
        new("category", "What kind of thing it is", CellContent.Text, ["category", "type", "group", "collection", "kategorie", "gruppe", "warengruppe", "catégorie", "categoria", "categoría", "categorie"]),
        new("tags", "Words it is found under", CellContent.Text, ["tags", "labels", "keywords", "schlagworte", "stichworte", "étiquettes", "mots-clés", "etichette", "etiquetas", "trefwoorden"]),
        new("description", "What you tell buyers of it", CellContent.Text, ["description", "text", "details", "beschreibung", "produktbeschreibung", "descrizione", "descripción", "beschrijving", "descrição"]),
        new("maker", "Whose work it is", CellContent.Text, ["maker", "vendor", "artist", "made by", "hersteller", "künstler", "gemacht von", "artisan", "fabricant", "artigiano", "artesano", "kunstenaar", "artesão"]),
        new("offered", "How it is offered", CellContent.Text, ["offered", "status", "state", "zustand", "statut", "stato", "estado"]),
        new("low at", "At how many it is low", CellContent.Quantity, ["low at", "threshold", "low stock", "reorder level", "minimum", "meldebestand", "mindestbestand", "seuil", "soglia", "mínimo", "minimumvoorraad"]),
        new("quantity", "How many there are", CellContent.Quantity, ["quantity", "on hand", "in stock", "stock", "pieces", "qty", "bestand", "menge", "anzahl", "lagerbestand", "quantité", "quantità", "giacenza", "existencias", "cantidad", "voorraad", "aantal", "quantidade", "estoque"]),
        new("unit cost", "What one cost you", CellContent.Amount, ["unit cost", "cost", "cost each", "cost per item", "kosten", "herstellungskosten", "einkaufspreis", "coût", "prix d'achat", "costo", "coste", "kostprijs", "custo"]),
        OwnCurrency.Field,
    ];
}
