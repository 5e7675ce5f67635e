using System.Reflection;
using System.Reflection.Emit;

namespace PalActors.TestKit;

/// <summary>Types and strings that a type uses, read from its metadata and the bodies of its methods.</summary>
public static class AssemblyUses
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance
        | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<int, OpCode> s_codes = typeof(OpCodes).GetFields()
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value & 0xFFFF);

    /// <summary>Types in signatures, fields and bodies; the parts of generic types and arrays, one by one.</summary>
    public static IEnumerable<Type> TypesOf(Type type)
    {
        IEnumerable<Type?> direct =
        [
            type.BaseType,
            .. type.GetInterfaces(),
            .. type.GetFields(All).Select(field => field.FieldType),
            .. type.GetProperties(All).Select(property => property.PropertyType),
            .. MethodsOf(type).SelectMany(Signature),
            .. MethodsOf(type).SelectMany(Operands).OfType<MemberInfo>().SelectMany(Declared),
        ];
        return direct.OfType<Type>().SelectMany(Parts);
    }

    /// <summary>Strings that the methods of a type load, and its constants.</summary>
    public static IEnumerable<string> StringsOf(Type type) =>
    [
        .. MethodsOf(type).SelectMany(Operands).OfType<string>(),
        .. type.GetFields(All).Where(field => field.IsLiteral)
            .Select(field => field.GetRawConstantValue()).OfType<string>(),
    ];

    private static IEnumerable<MethodBase> MethodsOf(Type type) =>
        [.. type.GetMethods(All), .. type.GetConstructors(All)];

    private static IEnumerable<Type> Signature(MethodBase method) =>
    [
        .. method.GetParameters().Select(parameter => parameter.ParameterType),
        .. method is MethodInfo info ? [info.ReturnType] : Type.EmptyTypes,
        .. method.GetMethodBody()?.LocalVariables.Select(local => local.LocalType) ?? [],
    ];

    private static IEnumerable<Type?> Declared(MemberInfo member) => member switch
    {
        Type type => [type],
        MethodInfo { IsGenericMethod: true } method => [method.DeclaringType, .. method.GetGenericArguments()],
        _ => [member.DeclaringType],
    };

    private static IEnumerable<Type> Parts(Type type)
    {
        if (type.HasElementType)
            return Parts(type.GetElementType()!);
        return type.IsGenericType ? [type, .. type.GetGenericArguments().SelectMany(Parts)] : [type];
    }

    // Members and strings that the instructions of a method name.
    private static IEnumerable<object> Operands(MethodBase method)
    {
        byte[] code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        Type[] ofType = method.DeclaringType?.GetGenericArguments() ?? [];
        Type[] ofMethod = method.IsGenericMethod ? method.GetGenericArguments() : [];
        for (int at = 0; at < code.Length;)
        {
            int value = code[at++];
            OpCode operation = s_codes[value == 0xFE ? 0xFE00 | code[at++] : value];
            int token = at + 4 <= code.Length ? BitConverter.ToInt32(code, at) : 0;
            switch (operation.OperandType)
            {
                case OperandType.InlineString:
                    yield return method.Module.ResolveString(token);
                    break;
                case OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType
                    or OperandType.InlineTok:
                    yield return method.Module.ResolveMember(token, ofType, ofMethod)!;
                    break;
            }

            at += Length(operation.OperandType, token);
        }
    }

    private static int Length(OperandType operand, int token) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * token),
        _ => 4,
    };
}
