using System.IO.Hashing;
using System.Text.RegularExpressions;

namespace ArtisansCorner.Importing.Export;

/// <summary>
/// Gives the rows of one shop the ids that they have in another: always the same ones, so that files may come one after the other and again. In its
/// own shop a row keeps its id. An id keeps its time, for rows are shown in the order of their ids.
/// </summary>
internal sealed partial class OurIds(Guid shopId, Guid importId, IReadOnlySet<Guid> members)
{
    /// <summary>The property that names a place; the usual one is left empty.</summary>
    public const string Place = "LocationId";

    private const int TimeBytes = 8;

    // Who did it is known only among the members of the shop: ids of others say nothing here.
    private static readonly HashSet<string> People = ["RecordedBy", "CreatedBy", "SavedBy", "ClosedBy", "StartedBy", "CountedBy", "SetBy", "AddedBy", "By"];

    // Texts that name rows by their ids: states of products, addresses of pages.
    private static readonly HashSet<string> Texts = ["Before", "After", "Address"];

    /// <summary>Gives a row its ids, once.</summary>
    public void Map(DraftRow row)
    {
        if (row.IsMapped) return;
        row.IsMapped = true;
        foreach (var property in row.Table.Columns.Where(property => property.PropertyType == typeof(Guid) || property.PropertyType == typeof(Guid?)))
        {
            if (property.GetValue(row.Entity) is not Guid id) continue;
            if (People.Contains(property.Name)) property.SetValue(row.Entity, members.Contains(id) ? id : null);
            else if (id != Guid.Empty) property.SetValue(row.Entity, Of(row.From, id));
        }

        foreach (var property in row.Table.Columns.Where(property => Texts.Contains(property.Name)))
        {
            if (property.GetValue(row.Entity) is string text) property.SetValue(row.Entity, Id().Replace(text, id => Of(row.From, Guid.Parse(id.ValueSpan)).ToString()));
        }

        row.Table.ShopId.SetValue(row.Entity, shopId);
        row.Table.ImportId?.SetValue(row.Entity, importId);
    }

    /// <summary>The id in this shop of what had an id in another.</summary>
    public Guid Of(Guid from, Guid id)
    {
        if (from == shopId) return id;
        Span<byte> bytes = stackalloc byte[48];
        from.TryWriteBytes(bytes, true, out _);
        shopId.TryWriteBytes(bytes[16..], true, out _);
        id.TryWriteBytes(bytes[32..], true, out _);
        Span<byte> made = stackalloc byte[16];
        XxHash128.Hash(bytes, made);
        bytes.Slice(32, TimeBytes - 2).CopyTo(made);
        // Version 7, variant 10.
        (made[6], made[8]) = ((byte)((made[6] & 0x0F) | 0x70), (byte)((made[8] & 0x3F) | 0x80));
        return new Guid(made, true);
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", RegexOptions.CultureInvariant)]
    private static partial Regex Id();
}
