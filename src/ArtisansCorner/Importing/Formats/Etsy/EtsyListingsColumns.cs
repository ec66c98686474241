using ArtisansCorner.Importing.Reading;

namespace ArtisansCorner.Importing.Formats.Etsy;

/// <summary>
/// Where the columns of Etsy's listings stand in a file, in the languages that Etsy writes them in; −1 where one is missing.
/// English and Italian are taken from files, the others from what Etsy calls these things on its pages.
/// </summary>
internal sealed class EtsyListingsColumns(Headings headings)
{
    private static readonly string[] Variation = ["variation", "variante", "variacion", "variacao", "variatie", "wariant", "вариа", "variant", "バリエーション"];
    private static readonly string[] Values = ["values", "valori", "werte", "valeurs", "valores", "waarden", "wartosci", "wartości", "значения", "値"];

    public int Title { get; } = headings.Find("TITLE", "TITOLO", "TITEL", "TITRE", "TÍTULO", "TYTUŁ", "НАЗВАНИЕ", "タイトル");

    public int Description { get; } = headings.Find("DESCRIPTION", "DESCRIZIONE", "BESCHREIBUNG", "DESCRIPCIÓN", "BESCHRIJVING", "OPIS", "DESCRIÇÃO", "ОПИСАНИЕ", "説明");

    public int Price { get; } = headings.Find("PRICE", "PREZZO", "PREIS", "PRIX", "PRECIO", "PRIJS", "CENA", "PREÇO", "ЦЕНА", "価格");

    public int Currency { get; } = headings.Find("CURRENCY_CODE", "CURRENCY CODE");

    public int Quantity { get; } = headings.Find("QUANTITY", "QUANTITÀ", "MENGE", "ANZAHL", "QUANTITÉ", "CANTIDAD", "AANTAL", "HOEVEELHEID", "ILOŚĆ", "QUANTIDADE", "КОЛИЧЕСТВО", "数量");

    public int Tags { get; } = headings.Find("TAGS", "TAG", "ÉTIQUETTES", "ETIQUETAS", "LABELS", "TAGI", "ZNACZNIKI", "ТЕГИ", "タグ");

    public int Materials { get; } = headings.Find("MATERIALS", "MATERIALI", "MATERIALIEN", "MATÉRIAUX", "MATIÈRES", "MATERIALES", "MATERIALEN", "MATERIAŁY", "MATERIAIS", "МАТЕРИАЛЫ", "素材");

    public int Sku { get; } = headings.Find("SKU", "ARTIKELNUMMER", "АРТИКУЛ");

    public int Values1 { get; } = FindValues(headings, '1');

    public int Values2 { get; } = FindValues(headings, '2');

    private static int FindValues(Headings headings, char number)
    {
        for (var at = 0; at < headings.Names.Count; at++)
        {
            var key = Headings.KeyOf(headings.Names[at]);
            if (key.Contains(number) && Variation.Any(word => key.Contains(word, StringComparison.Ordinal)) && Values.Any(word => key.Contains(word, StringComparison.Ordinal))) return at;
        }

        return -1;
    }
}
