using System.Collections.Concurrent;
using ArtisansCorner.Platform.Tenancy;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Platform.Database;

/// <summary>How rows of one type lie in their table, read from the model, for writing past the change tracker.</summary>
internal sealed class TableShape
{
    private static readonly ConcurrentDictionary<IEntityType, TableShape> Shapes = new();

    private readonly (IProperty Property, Func<object, object?> Read)[] columns;

    private TableShape(IEntityType entity)
    {
        var table = StoreObjectIdentifier.Create(entity, StoreObjectType.Table)!.Value;
        Table = table.Name;
        columns = [.. entity.GetProperties().Where(property => property.GetColumnName(table) is not null).Select(property => (property, Reader(property)))];
        Columns = [.. columns.Select(column => column.Property.GetColumnName(table)!)];
        StoreTypes = [.. columns.Select(column => column.Property.GetRelationalTypeMapping().StoreType)];
    }

    /// <summary>The table's name.</summary>
    public string Table { get; }

    /// <summary>The columns' names, in order.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>The engine's types of the columns, in the same order.</summary>
    public IReadOnlyList<string> StoreTypes { get; }

    /// <summary>The shape of this type in this database.</summary>
    public static TableShape Of<T>(AppDb db) =>
        Shapes.GetOrAdd(db.Model.FindEntityType(typeof(T)) ?? throw new InvalidOperationException($"{typeof(T).Name} has no table."), entity => new TableShape(entity));

    /// <summary>The row's values as the engine stores them, into <paramref name="values"/>.</summary>
    public void Read(object row, object?[] values, Guid shopId)
    {
        if (row is IBelongsToShop mine && mine.ShopId != shopId)
            throw new InvalidOperationException($"A {row.GetType().Name} of another shop cannot be saved here.");
        for (var i = 0; i < columns.Length; i++) values[i] = columns[i].Read(row);
    }

    private static Func<object, object?> Reader(IProperty property)
    {
        var getter = property.GetGetter();
        var convert = property.GetRelationalTypeMapping().Converter?.ConvertToProvider;
        return convert is null
            ? getter.GetClrValue
            : row => getter.GetClrValue(row) is { } value ? convert(value) : null;
    }
}
