using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Importing.Formats;
using ArtisansCorner.Importing.Reading;
using ArtisansCorner.Platform.Tenancy;

namespace ArtisansCorner.Importing.Export;

/// <summary>One file of a shop that was taken away: known by its first heading, read exactly as it was written.</summary>
internal sealed class OurRowsFormat(OurTable table, int place) : IFormat
{
    private const int First = 100;

    public string Key => $"our-{table.Name}";

    public string Name => $"Your own data: {table.Name.Replace('-', ' ')}";

    public string Needs => $"“{table.Marker}”";

    // What something names stands before it.
    public int Order => First + place;

    public InRounds Rounds => InRounds.AfterSales;

    public bool RoundsInOrder => true;

    public FormatMatch Match(Headings headings) => headings.Find(table.Marker) < 0 ? default : new FormatMatch(100, "It was taken away from a shop of Artisan's Corner.");

    public IReadOnlyList<int> DateColumns(Headings headings) => [];

    public IReadOnlyList<int> AmountColumns(Headings headings) => [];

    public Action<CsvRows> Open(Headings headings, FileHabits habits, ShopFacts shop, ImportDraft draft)
    {
        var marker = headings.Find(table.Marker);
        var columns = table.Columns.Select(property => (property, At: headings.Find(property.Name))).ToList();
        var at = draft.RowsBefore;
        return row =>
        {
            // Parts of one thing stand all or none, so that their table is held whole.
            if (draft.Round.HoldsAny(at, at)) Read(row, marker, columns, headings, shop, draft);
            if (table.HasId) at++;
        };
    }

    private void Read(CsvRows row, int marker, List<(System.Reflection.PropertyInfo Property, int At)> columns, Headings headings, ShopFacts shop, ImportDraft draft)
    {
        if (row[marker].ToString().Split(' ') is not [var version, var currency, var from] || version != $"{OurTables.Version}" || !Guid.TryParse(from, out var shopId))
        {
            draft.Rejections.Add(CellCheck.Rejected(row, marker, headings, Reasons.OtherVersion));
            return;
        }

        if (currency != shop.Currency.Code)
        {
            draft.Rejections.Add(CellCheck.Rejected(row, marker, headings, Reasons.OtherCurrency));
            return;
        }

        var (cells, entity) = (row.Cells(), table.New());
        foreach (var (property, at) in columns)
        {
            var text = at >= 0 && at < cells.Length ? cells[at] : "";
            // The usual place is left empty.
            if (text.Length == 0 && property.Name == OurIds.Place && property.PropertyType == typeof(Guid)) continue;
            if (!ExactText.TryRead(text, property.PropertyType, out var value))
            {
                draft.Rejections.Add(CellCheck.Rejected(row, at, headings, Reasons.NotAsWritten));
                return;
            }

            property.SetValue(entity, value);
        }

        draft.Add(new DraftRow { Row = row.Number, Number = $"{table.Name} {row.Number}", Table = table, Entity = entity, From = shopId, Was = table.HasId ? (Guid)table.Owner.GetValue(entity)! : Guid.Empty });
    }
}
