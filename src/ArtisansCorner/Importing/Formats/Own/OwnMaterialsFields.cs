namespace ArtisansCorner.Importing.Formats.Own;

/// <summary>What the columns of our format of materials are called elsewhere: in English, German, French, Italian, Spanish, Dutch and Portuguese.</summary>
internal static class OwnMaterialsFields
{
    /// <summary>The columns, the needed ones first.</summary>
    public static IReadOnlyList<MapField> All { get; } =
    [
        new("name", "What it is called", CellContent.Text, ["name", "material", "item", "description", "supply", "bezeichnung", "rohstoff", "artikel", "nom", "matériau", "matière", "désignation", "nome", "materiale", "articolo", "nombre", "materia", "naam", "materiaal", "omschrijving", "matéria", "artigo"], true),
        new("unit", "The unit it is used in", CellContent.Unit, ["unit", "uom", "unit of measure", "used in", "einheit", "mengeneinheit", "unité", "unità", "unidad", "eenheid", "unidade"], true),
        new("code", "Your code of it", CellContent.Number, ["code", "sku", "item code", "number", "artikelnummer", "artikelnr", "nummer", "référence", "codice", "código", "referencia", "referência", "artikelcode"]),
        new("category", "What kind of thing it is", CellContent.Text, ["category", "type", "group", "kategorie", "gruppe", "art", "catégorie", "categoria", "categoría", "categorie", "soort"]),
        new("bought in", "The unit it is bought in", CellContent.Unit, ["purchase unit", "bought in", "pack", "pack size", "einkaufseinheit", "gebinde", "unité d'achat", "conditionnement", "unità d'acquisto", "confezione", "unidad de compra", "inkoopeenheid", "verpakking", "unidade de compra"]),
        new("holds", "How much one of those holds", CellContent.Amount, ["holds", "contains", "content", "inhalt", "contenu", "contenuto", "contenido", "inhoud", "conteúdo"]),
        new("on hand", "How much there is", CellContent.Amount, ["on hand", "stock", "in stock", "quantity", "qty", "bestand", "lagerbestand", "menge", "stock actuel", "quantité", "giacenza", "quantità", "existencias", "cantidad", "voorraad", "aantal", "estoque", "quantidade"]),
        new("unit cost", "What one bought unit costs", CellContent.Amount, ["unit cost", "cost", "purchase price", "price", "kosten", "einkaufspreis", "ek-preis", "preis", "coût", "prix d'achat", "prix", "costo", "prezzo d'acquisto", "prezzo", "coste", "precio de compra", "precio", "inkoopprijs", "prijs", "custo", "preço"]),
        new("low at", "At how much it is low", CellContent.Amount, ["low at", "threshold", "reorder level", "reorder point", "minimum", "min stock", "meldebestand", "mindestbestand", "seuil", "stock minimum", "soglia", "scorta minima", "mínimo", "stock mínimo", "minimumvoorraad", "estoque mínimo"]),
        OwnCurrency.Field,
    ];
}
