import Calculator from "./calculator";

export default function Page() {
  return <Calculator />;
}
