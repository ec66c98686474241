using System.Reflection;
using ArtisansCorner.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace ArtisansCorner.Platform.Database;

/// <summary>Deletes all rows that the current shop has of some kinds, what points at others before these.</summary>
public static class EmptyTables
{
    private static readonly MethodInfo Empty = typeof(EmptyTables).GetMethod(nameof(EmptyAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>Deletes them inside the transaction that is open.</summary>
    /// <param name="db">The database.</param>
    /// <param name="goes">Whether rows of this kind are deleted.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task RunAsync(AppDb db, Func<Type, bool> goes, CancellationToken cancel)
    {
        HashSet<IEntityType> seen = [];
        foreach (var kind in db.Model.GetEntityTypes().Where(kind => typeof(IBelongsToShop).IsAssignableFrom(kind.ClrType)).SelectMany(kind => FromLeaves(kind, seen)))
        {
            if (goes(kind.ClrType)) await (Task)Empty.MakeGenericMethod(kind.ClrType).Invoke(null, [db, kind, cancel])!;
        }
    }

    private static IEnumerable<IEntityType> FromLeaves(IEntityType kind, HashSet<IEntityType> seen)
    {
        if (!seen.Add(kind)) yield break;
        foreach (var leaf in kind.GetReferencingForeignKeys().SelectMany(key => FromLeaves(key.DeclaringEntityType, seen))) yield return leaf;
        yield return kind;
    }

    private static Task EmptyAsync<T>(AppDb db, IEntityType kind, CancellationToken cancel)
        where T : class
    {
        var beside = kind.GetDeclaredQueryFilters().Select(filter => filter.Key!).Where(name => name != AppDb.ShopFilter).ToList();
        return db.Set<T>().IgnoreQueryFilters(beside).ExecuteDeleteAsync(cancel);
    }
}
