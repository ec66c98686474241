using System.Text;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace ArtisansCorner.Tests.Importing;

/// <summary>Everything that the database holds of a shop, but for ids and instants: which row belongs to which is told by what the other says.</summary>
public static class ShopDump
{
    // What only says that something happened: imports themselves, messages, deliveries, revisions, sign-ins.
    private static readonly string[] LeftOut = ["Imports", "OutboxMessages", "Members", "Shops", "ShopRevisions", "SalesRevisions", "SalesMonths", "CustomerScores"];

    /// <summary>The rows, table by table, each sorted; some columns may be left out, such as “Purchases.Number”.</summary>
    public static Task<string> OfAsync(TestShop shop, params string[] without) => shop.InsideAsync(async services =>
    {
        var db = services.GetRequiredService<AppDb>();
        var dump = new StringBuilder();
        foreach (var type in db.Model.GetEntityTypes().Where(type => typeof(IBelongsToShop).IsAssignableFrom(type.ClrType) && !LeftOut.Contains(type.GetTableName())).OrderBy(type => type.GetTableName(), StringComparer.Ordinal))
        {
            var rows = await RowsAsync(db, type, without);
            if (rows.Count == 0) continue;
            dump.Append(type.GetTableName()).Append('\n');
            foreach (var row in rows.Order(StringComparer.Ordinal)) dump.Append("  ").Append(row).Append('\n');
        }

        return dump.ToString();
    });

    private static Task<List<string>> RowsAsync(AppDb db, IEntityType type, string[] without) =>
        (Task<List<string>>)typeof(ShopDump).GetMethod(nameof(RowsOfAsync), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!.MakeGenericMethod(type.ClrType).Invoke(null, [db, type, without])!;

    private static async Task<List<string>> RowsOfAsync<T>(AppDb db, IEntityType type, string[] without)
        where T : class
    {
        var told = type.GetProperties().Where(property => property.PropertyInfo is not null && Underlying(property) != typeof(Guid) && Underlying(property) != typeof(DateTimeOffset) && property.Name is not ("Version" or "Revision") && !without.Contains($"{type.GetTableName()}.{property.Name}")).ToList();
        var empty = type.GetProperties().Where(property => property.PropertyInfo is not null && property.ClrType == typeof(Guid?)).ToList();
        return [.. (await db.Set<T>().AsNoTracking().ToListAsync()).Select(row => string.Join(
            " · ",
            told.Select(property => $"{property.Name}={property.PropertyInfo!.GetValue(row)}").Concat(empty.Select(property => $"{property.Name}{(property.PropertyInfo!.GetValue(row) is null ? " none" : " some")}"))))];
    }

    private static Type Underlying(IProperty property) => Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
}
