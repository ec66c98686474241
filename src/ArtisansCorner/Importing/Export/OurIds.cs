using System.IO.Hashing;

namespace ArtisansCorner.Importing.Export;

/// <summary>
/// Gives the rows of one shop the ids that they have in another: always the same ones, so that files may come one after the other and again. In its
/// own shop a row keeps its id. An id keeps its time, for rows are shown in the order of their ids.
/// </summary>
internal sealed class OurIds(Guid shopId, Guid importId, IReadOnlySet<Guid> members)
{
    /// <summary>The property that names a place; the usual one is left empty.</summary>
    public const string Place = "LocationId";

    private const int TimeBytes = 8;

    // Who did it is known only among the members of the shop: ids of others say nothing here.
    private static readonly HashSet<string> People = ["RecordedBy", "CreatedBy", "SavedBy", "ClosedBy"];

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
}
