using System.Reflection;
using ArtisansCorner.Catalog;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Sales;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Importing.Export;

/// <summary>One kind of row that a shop is taken away as and brought back as: a CSV file with a column for everything that is kept of it.</summary>
internal abstract class OurTable(string name, Type type, string owner, ToldBy toldBy)
{
    private static readonly string[] Left = [nameof(IBelongsToShop.ShopId), "ImportId"];

    /// <summary>What the file is called, without its ending.</summary>
    public string Name => name;

    /// <summary>The first heading, by which the file is known; its cells say version, currency and shop.</summary>
    public string Marker => $"Artisan's Corner {name}";

    /// <summary>What is kept of a row. The shop is the one it is brought into, and the import the one that brings it.</summary>
    public IReadOnlyList<PropertyInfo> Columns { get; } = [.. type.GetProperties().Where(property => property.CanWrite && (!Left.Contains(property.Name) || (toldBy == ToldBy.ItsOwnImport && property.Name == "ImportId"))).OrderBy(property => property.MetadataToken)];

    /// <summary>The column that tells whether a row is here already: its id, or that of what it is a part of.</summary>
    public PropertyInfo Owner { get; } = type.GetProperty(owner)!;

    /// <summary>The shop that a row belongs to.</summary>
    public PropertyInfo ShopId { get; } = type.GetProperty(nameof(IBelongsToShop.ShopId))!;

    /// <summary>The import that a row was brought by, where that is kept with it.</summary>
    public PropertyInfo? ImportId { get; } = toldBy == ToldBy.ThisImport ? type.GetProperty("ImportId") : null;

    /// <summary>Whether a row has an id of its own.</summary>
    public bool HasId => owner == "Id";

    /// <summary>Whether its rows are settings of the shop as a whole, which has all of them or none before.</summary>
    public bool IsOfShop => owner == nameof(IBelongsToShop.ShopId);

    /// <summary>A row with nothing in it.</summary>
    public object New() => Activator.CreateInstance(type)!;

    /// <summary>All rows of the shop, one after the other, what is corrected and what is used up too.</summary>
    public abstract IAsyncEnumerable<object> RowsAsync(AppDb db);

    /// <summary>Whether the shop has any.</summary>
    public abstract Task<bool> AnyAsync(AppDb db, CancellationToken cancel);

    /// <summary>Which of these ids are here.</summary>
    public abstract Task<IReadOnlyList<Guid>> ThereAsync(AppDb db, List<Guid> ids, CancellationToken cancel);

    /// <summary>Writes rows inside the transaction that is open.</summary>
    public abstract Task InsertAsync(AppDb db, IEnumerable<object> rows, CancellationToken cancel);

    /// <summary>Takes rows away again, those that nothing else uses.</summary>
    public abstract Task DeleteAsync(AppDb db, List<Guid> ids, CancellationToken cancel);

    /// <summary>Takes away those of the shop that are still as these, once the transaction that is open ends.</summary>
    public abstract Task DeleteSameAsync(AppDb db, IReadOnlyList<object> rows, CancellationToken cancel);
}

/// <summary>Which import is written down as the one that told of a row that is brought back.</summary>
internal enum ToldBy
{
    /// <summary>The one that brings it back.</summary>
    ThisImport,

    /// <summary>The one that told it where it comes from: rows that are put together go by it.</summary>
    ItsOwnImport,

    /// <summary>None, for taking this one back removes the row by its id.</summary>
    Nobody,
}

/// <summary>Rows of one type.</summary>
/// <param name="name">What the file is called.</param>
/// <param name="owner">The property that tells whether a row is here.</param>
/// <param name="toldBy">Which import is written down with it.</param>
/// <param name="free">Of rows that are taken away by this: those that nothing else uses; nothing where others take them away.</param>
internal sealed class OurTable<T>(string name, Func<AppDb, IQueryable<T>, IQueryable<T>>? free = null, string owner = "Id", ToldBy toldBy = ToldBy.ThisImport)
    : OurTable(name, typeof(T), owner, toldBy)
    where T : class, IBelongsToShop
{
    public override IAsyncEnumerable<object> RowsAsync(AppDb db) => All(db).AsNoTracking().AsAsyncEnumerable();

    public override Task<bool> AnyAsync(AppDb db, CancellationToken cancel) => All(db).AnyAsync(cancel);

    public override async Task<IReadOnlyList<Guid>> ThereAsync(AppDb db, List<Guid> ids, CancellationToken cancel)
    {
        var column = Owner.Name;
        return await All(db).Where(row => ids.Contains(EF.Property<Guid>(row, column))).Select(row => EF.Property<Guid>(row, column)).Distinct().ToListAsync(cancel);
    }

    public override Task InsertAsync(AppDb db, IEnumerable<object> rows, CancellationToken cancel) => db.Engine.InsertAsync(db, rows.Cast<T>().ToList(), cancel);

    public override async Task DeleteAsync(AppDb db, List<Guid> ids, CancellationToken cancel)
    {
        if (free is not null) await free(db, All(db).Where(row => ids.Contains(EF.Property<Guid>(row, "Id")))).ExecuteDeleteAsync(cancel);
    }

    public override async Task DeleteSameAsync(AppDb db, IReadOnlyList<object> rows, CancellationToken cancel)
    {
        foreach (var here in await All(db).ToListAsync(cancel))
        {
            if (rows.Any(row => Columns.All(column => Equals(column.GetValue(row), column.GetValue(here))))) db.Remove(here);
        }
    }

    private static IQueryable<T> All(AppDb db) => db.Set<T>().IgnoreQueryFilters([CatalogTables.ForSaleFilter, SalesTables.CountedFilter]);
}
