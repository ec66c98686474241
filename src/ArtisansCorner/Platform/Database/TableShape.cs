using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;
using ArtisansCorner.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace ArtisansCorner.Platform.Database;

/// <summary>
/// How rows of one type lie in their table, read from the model, for writing past the change tracker.
/// Each engine gets code of its own, compiled once, that hands it every cell in its own type without boxing.
/// </summary>
/// <typeparam name="TCells">What takes the cells: it has <c>WriteNull(int)</c> and <c>Write&lt;T&gt;(int, T)</c>.</typeparam>
internal sealed class TableShape<TCells>
{
    private static readonly ConcurrentDictionary<IEntityType, TableShape<TCells>> Shapes = new();

    private readonly Action<object, TCells> write;

    private TableShape(IEntityType entity)
    {
        var table = StoreObjectIdentifier.Create(entity, StoreObjectType.Table)!.Value;
        var columns = entity.GetProperties().Where(property => property.GetColumnName(table) is not null).ToList();
        Table = table.Name;
        Columns = columns.ConvertAll(property => property.GetColumnName(table)!);
        StoreTypes = columns.ConvertAll(property => property.GetRelationalTypeMapping().StoreType);
        write = Compile(entity.ClrType, columns);
    }

    /// <summary>The table's name.</summary>
    public string Table { get; }

    /// <summary>The columns' names, in order.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>The engine's types of the columns, in the same order.</summary>
    public IReadOnlyList<string> StoreTypes { get; }

    /// <summary>The shape of this type in this database.</summary>
    public static TableShape<TCells> Of<T>(AppDb db) =>
        Shapes.GetOrAdd(
            db.Model.FindEntityType(typeof(T)) ?? throw new InvalidOperationException($"{typeof(T).Name} has no table."),
            entity => new TableShape<TCells>(entity));

    /// <summary>Hands the row's values, as the engine stores them, to <paramref name="cells"/>.</summary>
    public void Write(object row, TCells cells, Guid shopId)
    {
        if (row is IBelongsToShop mine && mine.ShopId != shopId)
            throw new InvalidOperationException($"A {row.GetType().Name} of another shop cannot be saved here.");
        write(row, cells);
    }

    private static Action<object, TCells> Compile(Type type, List<IProperty> columns)
    {
        var (anyRow, cells) = (Expression.Parameter(typeof(object)), Expression.Parameter(typeof(TCells)));
        var row = Expression.Variable(type);
        List<Expression> steps = [Expression.Assign(row, Expression.Convert(anyRow, type))];
        steps.AddRange(columns.Select((property, at) => WriteCell(property, at, row, cells)));
        return Expression.Lambda<Action<object, TCells>>(Expression.Block([row], steps), anyRow, cells).Compile();
    }

    private static Expression WriteCell(IProperty property, int at, Expression row, Expression cells)
    {
        var value = Expression.MakeMemberAccess(row, (MemberInfo?)property.PropertyInfo ?? property.FieldInfo!);
        var nullable = Nullable.GetUnderlyingType(value.Type);
        var write = WriteValue(property, at, nullable is null ? value : Expression.Property(value, nameof(Nullable<int>.Value)), cells);
        if (nullable is null && value.Type.IsValueType) return write;
        var isThere = nullable is null ? Expression.ReferenceNotEqual(value, Expression.Constant(null)) : (Expression)Expression.Property(value, nameof(Nullable<int>.HasValue));
        return Expression.IfThenElse(isThere, write, Expression.Call(cells, "WriteNull", [], Expression.Constant(at)));
    }

    private static MethodCallExpression WriteValue(IProperty property, int at, Expression value, Expression cells)
    {
        if (property.GetRelationalTypeMapping().Converter?.ConvertToProviderExpression is { } convert)
        {
            if (value.Type != convert.Parameters[0].Type) value = Expression.Convert(value, convert.Parameters[0].Type);
            value = Expression.Invoke(convert, value);
        }

        return Expression.Call(cells, "Write", [value.Type], Expression.Constant(at), value);
    }
}
